package org.rung.journeys;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** A walk through the demo with real browsers. One house serves all journeys of a run; see {@link BrowserOrNone}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Tag("journey")
@ExtendWith({BrowserOrNone.class, Street.class})
public @interface Journey {}
