package org.rung.accounts.door;

import com.vaadin.flow.spring.SpringServlet;
import org.atmosphere.cpr.ApplicationConfig;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A page that somebody leaves says so on its push connection, with the session that signing out has just ended. Atmosphere
 * would begin a new one for it, and where its answer came late, the browser took that one for the sign-in page's own.
 */
@Configuration(proxyBeanMethods = false)
class PushConfiguration {
    @Bean
    static BeanPostProcessor pushBeginsNoSession() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof ServletRegistrationBean<?> registration
                        && registration.getServlet() instanceof SpringServlet) {
                    registration.addInitParameter(ApplicationConfig.PROPERTY_SESSION_CREATE, "false");
                }
                return bean;
            }
        };
    }
}
