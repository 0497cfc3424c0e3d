package org.rung.nodes;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Hears an announcement after its commit, whichever node made it. For screens and for what is remembered, never for what
 * changes data or announces in turn: that happens once, where the transaction was. The announcement travels as JSON; it
 * is a record of ids and states, and says nothing of a person. Who listens so also listens to {@link Missed}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
public @interface Everywhere {}
