package org.rung.accounts.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.rung.accounts.ApiTokens;
import org.rung.accounts.TooManyAttempts;
import org.rung.common.Actor;
import org.rung.database.DatabaseAway;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows the program behind {@code Authorization: Bearer …} and leaves its actor on the request. */
class BearerFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final ApiTokens tokens;

    BearerFilter(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            try {
                tokens.actor(header.substring(BEARER.length()).strip(), request.getRemoteAddr())
                        .ifPresent(actor -> seat(request, actor));
            } catch (TooManyAttempts closed) {
                ProblemAnswer.tooMany(response, closed.retryIn());
                return;
            } catch (DataAccessException broken) {
                if (!DatabaseAway.because(broken)) {
                    throw broken;
                }
                ProblemAnswer.away(response);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static void seat(HttpServletRequest request, Actor.Token actor) {
        request.setAttribute(ActorArgument.ATTRIBUTE, actor);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                actor, "", AuthorityUtils.createAuthorityList("PROGRAM")));
        SecurityContextHolder.setContext(context);
    }
}
