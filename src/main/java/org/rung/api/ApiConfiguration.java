package org.rung.api;

import java.util.Map;
import org.rung.common.Problem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Puts the gate and the strict JSON before everything under /api, and an answer behind it. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {
    private final Gate gate;

    ApiConfiguration(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(gate).addPathPatterns("/api/**");
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(new StrictJson());
    }

    /** After the controllers, so that a wrong method is told as that; before Vaadin, whose page would answer anything. */
    @Bean
    SimpleUrlHandlerMapping nowhereInTheApi() {
        HttpRequestHandler nowhere = (request, response) -> {
            throw new Problem.Missing("problem.no-path");
        };
        return new SimpleUrlHandlerMapping(Map.of("/api/**", nowhere), 1);
    }
}
