package org.rung.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.ErrorEvent;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What nobody foresaw is in the log with its number; a tab that was closed is nothing. */
@ExtendWith(OutputCaptureExtension.class)
class MishapsTest {
    private static NullPointerException in(String type) {
        var stumbled = new NullPointerException("gone");
        stumbled.setStackTrace(new StackTraceElement[] {new StackTraceElement(type, "push", "X.java", 1)});
        return stumbled;
    }

    @Test
    void a_closed_tab_is_no_mishap(CapturedOutput log) {
        new Mishaps().error(new ErrorEvent(new ClientAbortException("Broken pipe")));
        new Mishaps().error(new ErrorEvent(in("org.atmosphere.cpr.AtmosphereResourceImpl")));
        new Mishaps()
                .error(new ErrorEvent(new RuntimeException(
                        "Push failed", in("com.vaadin.flow.server.communication.AtmospherePushConnection"))));
        assertThat(log).doesNotContain("Mishap ");
    }

    @Test
    void a_fault_of_our_own_is_one(CapturedOutput log) {
        new Mishaps().error(new ErrorEvent(in("org.rung.texting.Desk")));
        assertThat(log).contains("Mishap ").contains("org.rung.texting.Desk");
    }
}
