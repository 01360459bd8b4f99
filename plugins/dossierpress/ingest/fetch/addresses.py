"""Which addresses of the internet are public."""

import ipaddress

_SHARED = ipaddress.ip_network("100.64.0.0/10")
"""Carriers' own (RFC 6598), which some versions of Python do not call private."""
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""IPv4 addresses as networks without IPv4 see them (RFC 6052)."""


def is_public(text: str) -> bool:
    """Say whether a numeric address is one that anyone may reach on the internet.

    Not public are private, loopback, link-local, shared, reserved, multicast and unspecified
    addresses, and IPv6 addresses that stand for an IPv4 address by an older scheme (mapped,
    6to4, Teredo); one of a NAT64 network is judged by the IPv4 address that it stands for.
    """
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        if address in _NAT64:
            return is_public(str(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)))
        if address.ipv4_mapped or address.sixtofour or address.teredo or address.is_site_local:
            return False
    elif address in _SHARED:
        return False
    return address.is_global and not (
        address.is_multicast
        or address.is_private
        or address.is_loopback
        or address.is_link_local
        or address.is_reserved
        or address.is_unspecified
    )
