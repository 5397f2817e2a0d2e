// Wakes the islands of the page. Served as a module, on the pages that have one; the build puts the two addresses in.
import start, * as islands from "__GLUE__";

try {
  await start({ module_or_path: "__WASM__" });
  islands.hydrate();
  // In the order of the document: an island within another is woken after it.
  for (const element of document.querySelectorAll("leptos-island")) {
    await islands[element.dataset.component]?.(element);
  }
} catch (error) {
  // The page was whole without its islands, and still is.
  console.warn("Plénière : les améliorations de cette page ne sont pas disponibles.", error);
}
