package org.rung.watching;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** From a provider's request to its answer, which comes only after the commit. Twilio gives up after 15 seconds. */
@Configuration(proxyBeanMethods = false)
class WebhookMeters implements WebMvcConfigurer, HandlerInterceptor {
    private static final String STARTED = WebhookMeters.class.getName();

    private final MeterRegistry meters;

    WebhookMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/hooks/twilio/inbound", "/hooks/twilio/status");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(STARTED) == null) {
            request.setAttribute(STARTED, System.nanoTime());
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception thrown) {
        if (request.getAttribute(STARTED) instanceof Long started) {
            Timer.builder("rung.webhook")
                    .description("From a provider's request to its answer, after the commit")
                    .tag("kind", request.getRequestURI().endsWith("inbound") ? "inbound" : "status")
                    .tag("stored", thrown == null && response.getStatus() < 300 ? "yes" : "no")
                    .serviceLevelObjectives(
                            Duration.ofMillis(25),
                            Duration.ofMillis(100),
                            Duration.ofMillis(500),
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(15))
                    .register(meters)
                    .record(Duration.ofNanos(System.nanoTime() - started));
        }
    }
}
