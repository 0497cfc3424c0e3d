package org.rung.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/** Before anything of a request is read: its pace, its token's scopes, and that it asks for nothing we do not know. */
@Component
class Gate implements HandlerInterceptor {
    private final Pace pace;

    Gate(Pace pace) {
        this.pace = pace;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var arrived = SecurityContextHolder.getContext().getAuthentication();
        if (arrived == null || !(arrived.getPrincipal() instanceof Actor.Token token)) {
            throw new Problem.Refused("problem.token-header");
        }
        pace.take(token.apiTokenId());
        if (handler instanceof HandlerMethod method) {
            scopes(token, method);
            parameters(request, method);
        }
        return true;
    }

    private static void scopes(Actor.Token token, HandlerMethod method) {
        var needs = method.getMethodAnnotation(Needs.class);
        if (needs == null) return;
        for (var permission : needs.value()) {
            if (!token.may(permission)) throw new MissingScope(permission);
        }
    }

    /** A misspelt filter would otherwise silently list everyone. */
    private static void parameters(HttpServletRequest request, HandlerMethod method) {
        if (request.getQueryString() == null) return;
        Set<String> known = Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(parameter -> parameter.getParameter().getName())
                .collect(Collectors.toSet());
        for (var name : UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .keySet()) {
            if (!known.contains(name)) {
                throw known.isEmpty()
                        ? new Problem.Invalid(Told.brief(name), "problem.parameter-none")
                        : new Problem.Invalid(
                                Told.brief(name),
                                "problem.parameter-unknown",
                                known.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
    }
}
