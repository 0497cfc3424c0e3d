package org.rung.nodes;

import org.rung.settings.RungSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One node needs no Redis; several have one in common. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${rung.redis.url:}'.isBlank()")
class NodesConfiguration {
    /** Not DOWN: a node without Redis serves as before, and must not be taken out. */
    static final String WITHOUT_NEWS = "DEGRADED";

    @Bean
    Line line(@Value("${rung.redis.url}") String url) {
        return new Line(url);
    }

    @Bean
    Relay relay(
            ConfigurableListableBeanFactory beans,
            Line line,
            RungSettings settings,
            ApplicationEventPublisher announcements) {
        return new Relay(new Ears(beans), line, new Sealed(settings.secretKeys()), announcements);
    }

    @Bean
    HealthIndicator liveUpdatesHealthIndicator(Line line) {
        return () ->
                line.open() ? Health.up().build() : Health.status(WITHOUT_NEWS).build();
    }
}
