package org.rung;

import org.rung.cast.Airwaves;
import org.rung.cast.Mailbag;
import org.rung.cast.TestClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What differs in a house under test: its clock, and a provider and a postman that send nothing. */
@TestConfiguration(proxyBeanMethods = false)
public class TestHouse {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    @Primary
    Airwaves airwaves() {
        return new Airwaves();
    }

    @Bean
    Mailbag mailbag() {
        return new Mailbag();
    }
}
