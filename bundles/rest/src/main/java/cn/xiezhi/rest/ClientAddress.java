package cn.xiezhi.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/** Who a request is counted against. */
final class ClientAddress {
    private static final int LONGEST = 45;

    private ClientAddress() {}

    /**
     * The address that the connection comes from; behind a proxy that is to be trusted, the last one that the proxy wrote. Of
     * an IPv6 address only the network of 64 bits counts, since one client has all of it.
     */
    static String of(HttpServletRequest request, boolean trustForwardedFor) {
        String address = request.getRemoteAddr();
        List<String> forwarded = trustForwardedFor ? Collections.list(request.getHeaders("X-Forwarded-For")) : List.of();
        if (!forwarded.isEmpty()) {
            String last = forwarded.get(forwarded.size() - 1);
            address = last.substring(last.lastIndexOf(',') + 1).strip().replaceAll("^([0-9.]+):\\d+$", "$1");
        }
        if (address.length() > LONGEST) {
            address = address.substring(0, LONGEST);
        }
        return address.contains(":") ? network(address) : address;
    }

    private static String network(String address) {
        String plain = address.replace("[", "").replaceAll("[]%].*", "");
        String start = plain.contains("::") ? plain.substring(0, plain.indexOf("::")) : plain;
        String[] groups = start.split(":", -1);
        return groups.length <= 4 ? start + "::" : String.join(":", List.of(groups).subList(0, 4)) + "::";
    }
}
