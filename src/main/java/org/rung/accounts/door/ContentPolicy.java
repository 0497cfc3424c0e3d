package org.rung.accounts.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rung.accounts.PictureHosts;
import org.rung.accounts.Seat;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;

/** From where a page may take what it shows and runs: from here, and pictures also from whom its organization named. */
@Component
class ContentPolicy implements HeaderWriter {
    private static final String NAME = "Content-Security-Policy";

    /** Vaadin starts by an inline script and evaluates expressions that the server sends; nothing comes from elsewhere. */
    private static final String CONTENT = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:%s; font-src 'self' data:;"
            + " connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private final ObjectProvider<PictureHosts> named;

    ContentPolicy(ObjectProvider<PictureHosts> named) {
        this.named = named;
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(NAME, CONTENT.formatted(isPage(request) ? pictures() : ""));
    }

    /** What a browser opens as a page; of everything else on it the page's own rule holds. */
    private static boolean isPage(HttpServletRequest request) {
        var accepted = request.getHeader("Accept");
        return request.getMethod().equals("GET") && accepted != null && accepted.contains("text/html");
    }

    private String pictures() {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof Seat seat) || seat.ended()) return "";
        Set<String> hosts = new TreeSet<>();
        named.forEach(each -> hosts.addAll(each.hosts(seat.actor())));
        return hosts.stream().map(host -> " " + host).collect(Collectors.joining());
    }
}
