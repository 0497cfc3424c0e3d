package org.rung.settings;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.charset.StandardCharsets;
import org.rung.common.Unsaid;
import org.springframework.boot.logging.logback.StructuredLogEncoder;

/** As {@link WithoutPeople}, for logs that programs read: what is kept out never holds a quote of JSON's own. */
public class StructuredWithoutPeople extends StructuredLogEncoder {
    @Override
    public byte[] encode(ILoggingEvent event) {
        return Unsaid.of(new String(super.encode(event), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }
}
