package org.rung.accounts.door;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

/** A real Tomcat with the proxy's valves; the caller is the proxy, from this machine. */
class ProxyTest {
    @TempDir
    Path folder;

    private final Tomcat tomcat = new Tomcat();

    @BeforeEach
    void start() throws Exception {
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        var valves = new TomcatServletWebServerFactory();
        new ProxyConfiguration().trustedProxy().customize(valves);
        valves.getEngineValves().forEach(tomcat.getEngine().getPipeline()::addValve);
        var context = tomcat.addContext("", new File(folder.toString()).getAbsolutePath());
        Tomcat.addServlet(context, "who", new HttpServlet() {
            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                response.getWriter().write(request.getRemoteAddr() + " " + request.getScheme());
            }
        });
        context.addServletMappingDecoded("/", "who");
        tomcat.getConnector();
        tomcat.start();
    }

    @AfterEach
    void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void only_what_the_proxy_itself_wrote_is_believed() throws Exception {
        assertThat(asked("203.0.113.7")).isEqualTo("203.0.113.7 https");
        assertThat(asked("198.51.100.1, 203.0.113.7")).isEqualTo("203.0.113.7 https");
        // A caller in a private network, such as behind a container's bridge, cannot choose who they are.
        assertThat(asked("198.51.100.1, 172.17.0.1")).isEqualTo("172.17.0.1 https");
        assertThat(asked("198.51.100.1, 127.0.0.1")).isEqualTo("127.0.0.1 https");
    }

    private String asked(String forwardedFor) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                                            + tomcat.getConnector().getLocalPort()))
                                    .header("X-Forwarded-For", forwardedFor)
                                    .header("X-Forwarded-Proto", "https")
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
