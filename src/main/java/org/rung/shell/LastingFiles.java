package org.rung.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Files whose address changes with what is in them are fetched once by a phone, not asked for again on each visit: on
 * 3G that question alone, for two dozen files, took two seconds.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LastingFiles extends OncePerRequestFilter {
    private static final String A_YEAR = "public, max-age=31536000, immutable";

    /** Vaadin puts a hash of the content into a name of its bundle, and behind the address of a style. */
    private static final Pattern NAMED_BY_CONTENT = Pattern.compile(".*/VAADIN/build/.+-[\\w-]{8}\\.(js|css|woff2)");

    private static final Pattern VERSION = Pattern.compile("(^|&)v(-c)?=[0-9a-f]{8,}(&|$)");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        String query = request.getQueryString();
        boolean font = path.startsWith(request.getContextPath() + "/fonts/") && path.endsWith(".woff2");
        return !font
                && !NAMED_BY_CONTENT.matcher(path).matches()
                && (query == null || !VERSION.matcher(query).find() || !path.matches(".*\\.(js|css|json)"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", A_YEAR);
        chain.doFilter(request, new Lasting(response));
    }

    /** Leaves what is said about caching as it is, but for a file that is not there. */
    private static final class Lasting extends HttpServletResponseWrapper {
        private static final Set<String> CACHING = Set.of("cache-control", "pragma", "expires");

        Lasting(HttpServletResponse response) {
            super(response);
        }

        private static boolean aboutCaching(String name) {
            return CACHING.contains(name.toLowerCase(Locale.ROOT));
        }

        @Override
        public void setHeader(String name, String value) {
            if (!aboutCaching(name)) super.setHeader(name, value);
        }

        @Override
        public void addHeader(String name, String value) {
            if (!aboutCaching(name)) super.addHeader(name, value);
        }

        @Override
        public void setDateHeader(String name, long date) {
            if (!aboutCaching(name)) super.setDateHeader(name, date);
        }

        @Override
        public void setStatus(int status) {
            if (status >= SC_BAD_REQUEST) super.setHeader("Cache-Control", "no-store");
            super.setStatus(status);
        }

        @Override
        public void sendError(int status) throws IOException {
            super.setHeader("Cache-Control", "no-store");
            super.sendError(status);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            super.setHeader("Cache-Control", "no-store");
            super.sendError(status, message);
        }
    }
}
