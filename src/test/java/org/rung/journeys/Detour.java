package org.rung.journeys;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** What stands in front of several houses: every new connection goes where it points now. */
final class Detour implements AutoCloseable {
    private final ServerSocket door;
    private volatile House house;

    Detour(House house) throws IOException {
        this.house = house;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::open);
    }

    String url() {
        return "http://localhost:" + door.getLocalPort();
    }

    void to(House other) {
        house = other;
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket visitor = door.accept();
                Thread.ofVirtual().start(() -> lead(visitor));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void lead(Socket visitor) {
        try (visitor;
                Socket inside = new Socket(
                        InetAddress.getLoopbackAddress(),
                        URI.create(house.url()).getPort())) {
            Thread back = Thread.ofVirtual().start(() -> pass(inside, visitor));
            pass(visitor, inside);
            back.join();
        } catch (IOException | InterruptedException nobodyThere) {
            // The visitor tries again.
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException over) {
            // One of them hung up.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
