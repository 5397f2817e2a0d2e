//! From where a request comes.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;

/// What a proxy appends the address to that it asks for.
const FORWARDED: &str = "x-forwarded-for";

/// Who is at the other end of the connection, and for whom they say they ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    peer: Option<IpAddr>,
    forwarded: Option<IpAddr>,
}

impl Client {
    /// The address to count by. A proxy on this machine, or one that the settings name, is believed; a stranger could
    /// write anything into the header.
    pub fn address(&self, proxies: &[IpAddr]) -> IpAddr {
        let peer = self.peer.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
        let believed = peer.is_loopback() || proxies.contains(&peer);
        self.forwarded.filter(|_| believed).unwrap_or(peer)
    }
}

impl<S: Sync> FromRequestParts<S> for Client {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let peer = parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map(|ConnectInfo(peer)| peer.ip().to_canonical());
        // The last one is the nearest proxy's own word; those before it came from the stranger.
        let lines = parts.headers.get_all(FORWARDED).iter().filter_map(|value| value.to_str().ok());
        let forwarded = lines.flat_map(|line| line.split(',')).next_back();
        let forwarded = forwarded.and_then(|address| address.trim().parse::<IpAddr>().ok());
        Ok(Self { peer, forwarded: forwarded.map(|address| address.to_canonical()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_proxies_are_believed() {
        let (stranger, proxy, room): (IpAddr, IpAddr, IpAddr) =
            ("198.51.100.7".parse().unwrap(), "203.0.113.1".parse().unwrap(), "192.0.2.9".parse().unwrap());
        let client = |peer| Client { peer: Some(peer), forwarded: Some(room) };
        assert_eq!(client(stranger).address(&[proxy]), stranger);
        assert_eq!(client(proxy).address(&[proxy]), room);
        assert_eq!(client("127.0.0.1".parse().unwrap()).address(&[]), room);
        assert_eq!(Client { peer: Some(proxy), forwarded: None }.address(&[proxy]), proxy);
    }
}
