package org.rung.settings;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;
import org.rung.common.Unsaid;

/** The last door of the log: what a library wrote into a line or an exception about a person does not pass. */
public class WithoutPeople extends CompositeConverter<ILoggingEvent> {
    @Override
    protected String transform(ILoggingEvent event, String line) {
        return Unsaid.of(line);
    }
}
