package org.rung.database;

import org.jooq.ExecuteContext;
import org.springframework.boot.jooq.autoconfigure.ExceptionTranslatorExecuteListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Exceptions of the database lose what they say of people before anything of ours sees them. */
@Configuration(proxyBeanMethods = false)
class QuietConfiguration {
    @Bean
    ExceptionTranslatorExecuteListener quietTranslator() {
        return new ExceptionTranslatorExecuteListener() {
            @Override
            public void exception(ExecuteContext context) {
                if (context.sqlException() != null) {
                    context.sqlException(Quiet.of(context.sqlException()));
                }
                DEFAULT.exception(context);
            }
        };
    }
}
