package cn.xiezhi.rest;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What the machine calls itself. */
final class Host {
    static final String NAME = name();

    private Host() {}

    private static String name() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
