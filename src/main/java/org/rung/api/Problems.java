package org.rung.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rung.common.Id;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Answers whatever goes wrong under /api as problem+json, also where no controller was found. */
@Component
class Problems implements HandlerExceptionResolver, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) return null;
        var instance = "urn:rung:request:" + new Occurrence(Id.next()).text();
        var told = Told.of(thrown, language(request));
        if (told.status() == 503) {
            LOG.warn("{} {} failed as {}: the database is away", request.getMethod(), pathOf(handler), instance);
        } else if (told.status() >= 500) {
            LOG.error("{} {} failed as {}", request.getMethod(), pathOf(handler), instance, thrown);
        }
        if (response.isCommitted()) {
            // A stream broke off: the client sees that by the missing end, and no problem fits behind half a file.
            LOG.warn("An answer of {} broke off as {}", pathOf(handler), instance);
            return new ModelAndView();
        }
        if (thrown instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        if (thrown instanceof Pace.TooFast fast) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(fast.seconds()));
        }
        if (told.status() == 503) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Told.A_MOMENT));
        }
        write(
                response,
                new ProblemBody(
                        "urn:rung:problem:" + told.type(),
                        told.title(),
                        told.status(),
                        told.detail(),
                        told.field(),
                        instance));
        return new ModelAndView();
    }

    /** English unless asked otherwise. */
    static Locale language(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null ? Locale.ENGLISH : request.getLocale();
    }

    private void write(HttpServletResponse response, ProblemBody problem) {
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        try {
            response.getOutputStream().write(json.writeValueAsBytes(problem));
        } catch (IOException gone) {
            LOG.debug("The client went away before it heard of {}", problem.instance());
        }
    }

    /** The pattern of the path, without what stood in it. */
    private static String pathOf(@Nullable Object handler) {
        return handler == null ? "a path" : handler.toString();
    }

    private record Occurrence(long value) implements Id {}
}
