package org.rung.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Every room's words, in the languages that Rung speaks: {@code words/<room>.properties} and {@code words/<room>_es.properties}. */
@Component
class Words implements I18NProvider {
    private static final Logger LOG = LoggerFactory.getLogger(Words.class);
    static final Locale ENGLISH = Locale.of("en");
    static final Locale SPANISH = Locale.of("es");

    private final boolean leftwards;
    private final Map<String, Map<String, String>> byLanguage = Map.of("en", new HashMap<>(), "es", new HashMap<>());

    /** {@code leftwards} adds invented words that run from right to left, for tests of the layout. */
    Words(@Value("${rung.languages.leftwards:false}") boolean leftwards) {
        this.leftwards = leftwards;
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:words/*.properties")) {
                read(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The words of Rung cannot be read", e);
        }
    }

    private void read(Resource file) throws IOException {
        var words = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        var language = String.valueOf(file.getFilename()).endsWith("_es.properties") ? "es" : "en";
        words.forEach((key, text) -> of(language).put((String) key, (String) text));
    }

    private Map<String, String> of(String language) {
        return byLanguage.getOrDefault(language, byLanguage.getOrDefault("en", Map.of()));
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return leftwards ? List.of(ENGLISH, SPANISH, Leftwards.LOCALE) : List.of(ENGLISH, SPANISH);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        var text = of(locale.getLanguage()).getOrDefault(key, of("en").get(key));
        if (text == null) {
            LOG.warn("There are no words for {}", key);
            return key;
        }
        var words =
                leftwards && locale.getLanguage().equals(Leftwards.LOCALE.getLanguage()) ? Leftwards.of(text) : text;
        return arguments.length == 0 ? words : new MessageFormat(words, locale).format(arguments);
    }
}
