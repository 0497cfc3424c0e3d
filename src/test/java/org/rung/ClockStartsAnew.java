package org.rung;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.rung.cast.TestClock;
import org.springframework.test.context.junit.jupiter.SpringExtension;

class ClockStartsAnew implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        SpringExtension.getApplicationContext(context).getBean(TestClock.class).set(TestClock.TUESDAY_NOON);
    }
}
