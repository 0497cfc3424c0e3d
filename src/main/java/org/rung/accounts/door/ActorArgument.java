package org.rung.accounts.door;

import org.rung.common.Actor;
import org.rung.common.Problem;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Hands controllers under /api the actor of their request: declare a parameter of type {@link Actor} or
 * {@link Actor.Token}, without an annotation. The filter chain has refused whoever has no valid token.
 */
class ActorArgument implements HandlerMethodArgumentResolver {
    static final String ATTRIBUTE = "org.rung.actor";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return Actor.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @org.jspecify.annotations.Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @org.jspecify.annotations.Nullable WebDataBinderFactory binders) {
        var actor = request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (actor == null) throw new Problem.Refused("problem.token-needed");
        return actor;
    }

    @Configuration(proxyBeanMethods = false)
    static class ControllersConfiguration implements WebMvcConfigurer {
        @Override
        public void addArgumentResolvers(java.util.List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new ActorArgument());
        }
    }
}
