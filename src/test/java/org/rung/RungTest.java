package org.rung;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rung.cast.Announcements;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test with the whole house and a real database: the embedded one, or the one given by RUNG_TEST_DATABASE_URL, or a
 * container with -Drung.test.database=container.
 *
 * <p>One Spring context and one database serve the whole run, and nothing is ever emptied: each class makes an
 * organization of its own and looks at nothing else. Every other configuration (a MockitoBean, another property)
 * would start a second house, for ten seconds and a second server.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Tag("store")
@SpringBootTest(classes = RungApplication.class, webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@ContextConfiguration(initializers = TestDatabase.class)
@Import({TestHouse.class, Announcements.class})
@ActiveProfiles("test")
@ExtendWith(ClockStartsAnew.class)
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
public @interface RungTest {}
