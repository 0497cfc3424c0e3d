package org.rung.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection to a running server, kept open as a provider keeps it; whoever calls pays next to nothing. */
final class Wire implements AutoCloseable {
    private final int port;
    private Socket socket = new Socket();
    private BufferedInputStream in = new BufferedInputStream(java.io.InputStream.nullInputStream());

    Wire(URI server) {
        port = server.getPort();
    }

    /** The status of the answer to a form that is posted there. */
    int post(String path, String form, String signature) throws IOException {
        byte[] body = form.getBytes(StandardCharsets.US_ASCII);
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nX-Twilio-Signature: " + signature
                + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        if (!socket.isConnected() || socket.isClosed()) open();
        byte[] whole = new byte[head.length() + body.length];
        System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, whole, 0, head.length());
        System.arraycopy(body, 0, whole, head.length(), body.length);
        socket.getOutputStream().write(whole);
        int status = Integer.parseInt(line().split(" ")[1]);
        boolean closes = false;
        int rest = 0;
        for (String field = line(); !field.isEmpty(); field = line()) {
            String lower = field.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:"))
                rest = Integer.parseInt(lower.substring(15).strip());
            closes |= lower.equals("connection: close");
        }
        in.skipNBytes(rest);
        // Servers end a connection after some requests, and callers open another one: that is part of the price.
        if (closes) socket.close();
        return status;
    }

    private void open() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int sign = in.read(); sign != '\n'; sign = in.read()) {
            if (sign < 0) throw new EOFException("The server hung up");
            if (sign != '\r') line.append((char) sign);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
