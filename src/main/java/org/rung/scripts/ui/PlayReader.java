package org.rung.scripts.ui;

import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rung.people.Supporter;
import org.rung.scripts.MergeValues;
import org.rung.scripts.TestTexts;

/** As whom a script is read while it is tested: some real people, the worst case, and somebody of whom nothing is known. */
class PlayReader extends Select<PlayReader.Reader> {
    /** A name for the list, and what the merge fields become. */
    record Reader(String name, Map<String, String> values) {}

    /**
     * @param worst values of more people, of which the longest are taken
     * @param linked what the fields that are links become
     */
    PlayReader(
            List<Supporter> people,
            List<Map<String, String>> worst,
            Map<String, String> linked,
            String texter,
            String organization,
            Runnable changed) {
        setLabel(getTranslation("scripts.play.reader"));
        var readers = new ArrayList<Reader>();
        people.forEach(one -> readers.add(new Reader(
                (one.firstName() + " " + one.lastName()).strip(),
                MergeValues.with(MergeValues.of(one, texter, organization), linked))));
        readers.removeIf(reader -> reader.name().isBlank());
        if (readers.isEmpty())
            readers.add(new Reader(
                    getTranslation("scripts.play.sample"),
                    MergeValues.with(TestTexts.sample(texter, organization), linked)));
        readers.add(new Reader(getTranslation("scripts.play.worst"), MergeValues.longest(worst)));
        readers.add(new Reader(
                getTranslation("scripts.preview.nameless"),
                MergeValues.with(MergeValues.of("", "", "", Map.of(), texter, organization), linked)));
        setItems(readers);
        setItemLabelGenerator(Reader::name);
        setValue(readers.getFirst());
        addValueChangeListener(change -> changed.run());
    }

    Map<String, String> values() {
        return getValue().values();
    }
}
