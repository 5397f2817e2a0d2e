//! Enums that the database, files and addresses hold as a short French code.

/// A stored code that its enum doesn't know.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown code « {0} »")]
pub struct UnknownCode(pub String);

/// Declares a fieldless enum whose variants each have a stable code: `code()`, `FromStr`, `ALL`, serde by code.
#[macro_export]
macro_rules! coded {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $code)] $variant,)+
        }

        impl $name {
            /// Every value, in the order in which screens list them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code that the database, files and addresses hold.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::UnknownCode;

            fn from_str(code: &str) -> Result<Self, Self::Err> {
                match code {
                    $($code => Ok(Self::$variant),)+
                    _ => Err($crate::UnknownCode(code.to_owned())),
                }
            }
        }
    };
}
