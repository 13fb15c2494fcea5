package cn.xiezhi.messenger;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Set;

/**
 * Keeps an address that an administrator typed from leading into the county's own network. Asked again before each request: names move. That a
 * name moves between asking and connecting is met by https: what answers has to hold a certificate of that name.
 */
final class Outward {
    private Outward() {}

    /** The name isn't known at the moment. */
    static final class Unknown extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super("找不到这个主机，请核对地址，或稍后重试");
        }
    }

    /**
     * @param insideHosts those that IT allows wherever they are
     * @throws IllegalArgumentException if nothing may be sent there
     */
    static URI checked(String address, Set<String> insideHosts) {
        URI uri = parsed(address);
        if (!insideHosts.contains(uri.getHost())) {
            if (uri.getPort() != -1 && uri.getPort() != 443) {
                throw new IllegalArgumentException("群机器人的地址不能写端口；内网主机请运维人员先在 webhook.hosts 中允许");
            }
            for (InetAddress a : resolved(uri.getHost())) {
                if (isInside(a)) {
                    throw new IllegalArgumentException("这个地址指向内网，不能使用；确需使用的，请运维人员先在 webhook.hosts 中允许");
                }
            }
        }
        return uri;
    }

    private static URI parsed(String address) {
        try {
            URI uri = new URI(address);
            if (address.length() <= 1000 && "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw new IllegalArgumentException("群机器人的地址应以 https:// 开头，从群机器人的说明中完整复制");
    }

    private static InetAddress[] resolved(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new Unknown();
        }
    }

    static boolean isInside(InetAddress a) {
        byte[] b = a.getAddress();
        boolean carrier = b.length == 4 && (b[0] & 0xff) == 100 && (b[1] & 0xc0) == 64;
        boolean reserved = b.length == 4 && ((b[0] & 0xff) == 0 || (b[0] & 0xff) >= 240 || (b[0] & 0xff) == 198 && (b[1] & 0xfe) == 18);
        // Of IPv6 only what is global, 2000::/3; of that not 6to4 and Teredo, which carry an IPv4 address inside.
        boolean notGlobal = a instanceof Inet6Address && ((b[0] & 0xe0) != 0x20 || b[0] == 0x20 && (b[1] == 0x02 || b[1] == 0x01 && b[2] == 0 && b[3] == 0));
        return a.isAnyLocalAddress() || a.isLoopbackAddress() || a.isLinkLocalAddress() || a.isSiteLocalAddress() || a.isMulticastAddress() || carrier || reserved || notGlobal;
    }
}
