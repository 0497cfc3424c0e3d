package org.rung.database;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.transaction.annotation.Transactional;

/**
 * Two transactions may wait for each other (a STOP comes in while a texter opts the same person out), or two nodes of a
 * cluster take what only one can have; the database ends one of them at once. That one was rolled back whole and nothing of
 * it was announced outside, so it begins anew instead of telling a person about it.
 */
@Configuration(proxyBeanMethods = false)
class CrossedConfiguration {

    /** Around every outermost transaction of a front door. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor crossedTransactionsBeginAnew() {
        MethodInterceptor anew = CrossedConfiguration::anew;
        var advisor = new DefaultPointcutAdvisor(
                new ComposablePointcut(type -> type.getName().startsWith("org.rung."))
                        .intersection(AnnotationMatchingPointcut.forMethodAnnotation(Transactional.class)),
                anew);
        // Outside of the transaction itself, which comes last.
        advisor.setOrder(0);
        return advisor;
    }

    // What a front door returns may be null; the checker does not follow that through a lambda's type.
    @SuppressWarnings("NullAway")
    private static @Nullable Object anew(MethodInvocation call) throws Throwable {
        if (!(call instanceof ProxyMethodInvocation repeatable)) {
            return call.proceed();
        }
        return Anew.<@Nullable Object, Throwable>whenCrossed(
                () -> repeatable.invocableClone().proceed());
    }
}
