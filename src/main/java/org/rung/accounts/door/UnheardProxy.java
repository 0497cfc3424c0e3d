package org.rung.accounts.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says once that a proxy seems to stand in front and is not believed: limits would count everyone as one address. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnBooleanProperty(name = "rung.trusted-proxy", havingValue = false, matchIfMissing = true)
class UnheardProxy extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(UnheardProxy.class);

    private final AtomicBoolean said = new AtomicBoolean();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!said.get()
                && (request.getHeader(LastHop.FORWARDED_FOR) != null || request.getHeader("X-Forwarded-Proto") != null)
                && said.compareAndSet(false, true)) {
            LOG.warn(
                    "Requests say that a proxy forwarded them, and that is not believed. If a reverse proxy of yours stands"
                            + " in front, set RUNG_TRUSTED_PROXY=true, or limits count all its visitors as one address.");
        }
        chain.doFilter(request, response);
    }
}
