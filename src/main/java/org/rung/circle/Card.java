package org.rung.circle;

import org.rung.common.PhoneNumber;

/** What is sealed of a contact. */
record Card(PersonName name, PhoneNumber phone) {

    String text() {
        return phone.text() + "\n" + name.first() + "\n" + name.last();
    }

    static Card read(String text) {
        String[] lines = text.split("\n", -1);
        return new Card(new PersonName(lines[1], lines[2]), new PhoneNumber(lines[0]));
    }
}
