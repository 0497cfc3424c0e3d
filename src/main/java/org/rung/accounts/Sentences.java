package org.rung.accounts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import org.rung.common.Problem;

/** What went wrong, in the language of who looks: English stands in the code, other languages in words/problem_*.properties. */
public final class Sentences {

    private Sentences() {}

    public static String of(Problem problem) {
        UI ui = UI.getCurrent();
        Locale locale = ui == null ? Locale.ENGLISH : ui.getLocale();
        String english = String.valueOf(problem.getMessage());
        if (locale.getLanguage().equals("en")) {
            return english;
        }
        String said = I18NProvider.translate(locale, problem.key());
        return said.equals(problem.key()) ? english : said;
    }
}
