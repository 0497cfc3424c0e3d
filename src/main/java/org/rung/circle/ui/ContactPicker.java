package org.rung.circle.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rung.circle.AddressEntry;
import org.rung.circle.PersonName;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A button for the phone's address book; not there where the browser lends none. */
@Tag("rung-contact-picker")
@JavaScript("context://elements/contacts.js")
class ContactPicker extends Component {
    private static final JsonMapper MAPPER = new JsonMapper();

    ContactPicker(Consumer<List<AddressEntry>> picked, Runnable refused) {
        getElement().setAttribute("label", getTranslation("circle.add.pick"));
        addListener(Picked.class, event -> picked.accept(event.entries()));
        addListener(Refused.class, event -> refused.run());
    }

    /** One person of the address book, who may have several names and numbers, or none. */
    private record Person(
            @Nullable List<@Nullable String> name, @Nullable List<@Nullable String> tel) {
        AddressEntry entry() {
            return new AddressEntry(
                    PersonName.of(said(name).stream().findFirst().orElse("")), said(tel));
        }

        private static List<String> said(@Nullable List<@Nullable String> values) {
            return values == null
                    ? List.of()
                    : values.stream()
                            .filter(Objects::nonNull)
                            .filter(one -> !one.isBlank())
                            .toList();
        }
    }

    @DomEvent("contacts-picked")
    public static class Picked extends ComponentEvent<ContactPicker> {
        private final String people;

        public Picked(ContactPicker source, boolean fromClient, @EventData("event.detail") String people) {
            super(source, fromClient);
            this.people = people;
        }

        List<AddressEntry> entries() {
            try {
                return List.of(MAPPER.readValue(people, Person[].class)).stream()
                        .map(Person::entry)
                        .toList();
            } catch (JacksonException nonsense) {
                return List.of();
            }
        }
    }

    @DomEvent("contacts-refused")
    public static class Refused extends ComponentEvent<ContactPicker> {
        public Refused(ContactPicker source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
