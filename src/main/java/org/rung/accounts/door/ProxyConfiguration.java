package org.rung.accounts.door;

import jakarta.servlet.ServletContext;
import org.apache.catalina.valves.RemoteIpValve;
import org.rung.settings.RungSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Whose word is taken about where a request comes from. Limits count by address and the simulator answers this machine
 * only, so nobody's is, unless RUNG_TRUSTED_PROXY says that a proxy stands in front.
 */
@Configuration(proxyBeanMethods = false)
class ProxyConfiguration {

    /** Takes the address that a proxy in a private network wrote last: what a caller wrote in front of it is not believed. */
    @Bean
    @ConditionalOnBooleanProperty("rung.trusted-proxy")
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> trustedProxy() {
        return server -> {
            var valve = new RemoteIpValve();
            valve.setRemoteIpHeader("X-Forwarded-For");
            valve.setProtocolHeader("X-Forwarded-Proto");
            server.addEngineValves(new LastHop(), valve);
        };
    }

    /** Where the world comes by https, the session's cookie never travels without. */
    @Bean
    ServletContextInitializer secureCookie(RungSettings settings) {
        return (ServletContext context) -> {
            if ("https".equals(settings.publicUrl().getScheme())) {
                context.getSessionCookieConfig().setSecure(true);
            }
        };
    }
}
