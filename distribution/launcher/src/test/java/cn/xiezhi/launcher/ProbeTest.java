package cn.xiezhi.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ProbeTest {
    @Test
    void aTakenPort_isSaidInChineseToTheEnd() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            Failure failure = assertThrows(Failure.class, () -> new Probe("127.0.0.1", port).requireFree("XIEZHI_PORT"));
            assertEquals("端口 " + port + " 已被占用或不可用（127.0.0.1：另一个程序正在使用）。请停止占用它的程序，或修改 XIEZHI_PORT。", failure.getMessage());
        }
    }

    @Test
    void anAddressOfAnotherMachine_isSaidInChinese() {
        Failure failure = assertThrows(Failure.class, () -> new Probe("192.0.2.1", 8080).requireFree("XIEZHI_BIND"));
        assertEquals("端口 8080 已被占用或不可用（192.0.2.1：本机没有这个地址）。请停止占用它的程序，或修改 XIEZHI_BIND。", failure.getMessage());
    }
}
