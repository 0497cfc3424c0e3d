package org.rung.accounts;

import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.rung.common.Problem;
import org.rung.common.Sentence;

/** What there is to say, in the language of who looks. */
public final class Sentences {

    private Sentences() {}

    public static String of(Problem problem) {
        return problem.in(language());
    }

    public static String of(Sentence sentence) {
        return sentence.in(language());
    }

    /** Of whoever looks; English where nobody does. */
    public static Locale language() {
        UI ui = UI.getCurrent();
        return ui == null ? Locale.ENGLISH : ui.getLocale();
    }
}
