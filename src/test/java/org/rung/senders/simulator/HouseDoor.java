package org.rung.senders.simulator;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A real port before a house under test, which listens on none. */
class HouseDoor implements AutoCloseable {
    private final MockMvc house;
    private final HttpServer server;

    HouseDoor(WebApplicationContext web) throws IOException {
        house = MockMvcBuilders.webAppContextSetup(web).apply(springSecurity()).build();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void pass(HttpExchange asked) throws IOException {
        try (asked) {
            var request = MockMvcRequestBuilders.request(
                            HttpMethod.valueOf(asked.getRequestMethod()), asked.getRequestURI())
                    .content(asked.getRequestBody().readAllBytes());
            asked.getRequestHeaders().forEach((name, values) -> request.header(name, values.toArray()));
            MockHttpServletResponse answer = house.perform(request).andReturn().getResponse();
            if (answer.getContentType() != null) {
                asked.getResponseHeaders().add("Content-Type", answer.getContentType());
            }
            byte[] body = answer.getContentAsByteArray();
            asked.sendResponseHeaders(answer.getStatus(), body.length == 0 ? -1 : body.length);
            asked.getResponseBody().write(body);
        } catch (IOException gone) {
            throw gone;
        } catch (Exception broken) {
            asked.sendResponseHeaders(500, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
