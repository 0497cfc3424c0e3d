package org.rung.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.common.Id;
import org.rung.messaging.TextMoved;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** What travels between the nodes of this house. */
@RungTest
class EverywhereTest {
    @Autowired
    ConfigurableListableBeanFactory beans;

    @Test
    void what_nodes_tell_each_other_is_made_of_ids_and_states_and_says_nothing_of_a_person() throws Exception {
        for (Class<?> announcement : new Ears(beans).announcements()) {
            for (RecordComponent part : announcement.getRecordComponents()) {
                // A carrier's code out of our table.
                if (announcement == TextMoved.class && part.getName().equals("errorCode")) continue;
                harmless(announcement.getSimpleName() + "." + part.getName(), part.getGenericType());
            }
        }
    }

    private static void harmless(String where, Type type) {
        switch (type) {
            case ParameterizedType many -> {
                assertThat(many.getRawType()).as(where).isIn(Optional.class, List.class, Set.class);
                harmless(where, many.getActualTypeArguments()[0]);
            }
            case Class<?> one
            when Id.class.isAssignableFrom(one)
                    || one.isEnum()
                    || one == Long.class
                    || one == Instant.class
                    // The number of a version.
                    || one == int.class
                    || one == boolean.class -> {}
            case Class<?> one
            when one.isRecord() ->
                Arrays.stream(one.getRecordComponents())
                        .forEach(part -> harmless(where + "." + part.getName(), part.getGenericType()));
            default -> throw new AssertionError(where + " is a " + type + ": may it travel?");
        }
    }

    @Test
    void every_announcement_arrives_as_it_was_sent() throws Exception {
        var announcements = new Ears(beans).announcements();
        assertThat(announcements)
                .extracting(Class::getSimpleName)
                .contains(
                        "ConversationChanged",
                        "WaitingChanged",
                        "NoticesChanged",
                        "ProviderChanged",
                        "MemberSuspended",
                        "CampaignChanged",
                        "StandingMoved",
                        "ImportMoved",
                        "SenderChanged");
        for (Class<?> announcement : announcements) {
            Object sent = made(announcement);
            var letter = Letter.read(Letter.of("node", List.of(sent)).json());
            assertThat(letter.news()).hasSize(1);
            assertThat(Letter.open(letter.news().getFirst(), announcement)).contains(sent);
        }
    }

    private static Object made(Class<?> record) throws Exception {
        var parts = record.getRecordComponents();
        var types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) values[i] = value(parts[i].getGenericType());
        var constructor = record.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static Object value(Type type) throws Exception {
        if (type instanceof ParameterizedType many) {
            Object one = value(many.getActualTypeArguments()[0]);
            if (many.getRawType() == Optional.class) return Optional.of(one);
            return many.getRawType() == Set.class ? Set.of(one) : List.of(one);
        }
        var one = (Class<?>) type;
        if (one.isEnum()) return one.getEnumConstants()[0];
        if (one == long.class || one == Long.class) return Id.next();
        if (one == Instant.class) return Instant.parse("2026-11-24T02:15:16.123456Z");
        if (one == boolean.class) return true;
        if (one == int.class) return 3;
        if (one == String.class) return "30003";
        return made(one);
    }
}
