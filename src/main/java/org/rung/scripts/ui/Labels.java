package org.rung.scripts.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.rung.common.OrganizationId;
import org.rung.scripts.MergeText;
import org.rung.scripts.Readers;
import org.springframework.stereotype.Component;

/** What merge fields are called on the screen. */
@Component
class Labels {
    private final Readers readers;
    private final I18NProvider words;

    Labels(Readers readers, I18NProvider words) {
        this.readers = readers;
        this.words = words;
    }

    /** By the field's name, in the order in which they are offered. */
    Map<String, String> of(OrganizationId organizationId, Locale locale) {
        var labels = new LinkedHashMap<String, String>();
        for (var field : MergeText.FIELDS) labels.put(field, words.getTranslation("scripts.field." + field, locale));
        readers.samples(organizationId)
                .keySet()
                .forEach(field -> labels.put(field, words.getTranslation("scripts.field." + field, locale)));
        labels.putAll(readers.customFields(organizationId));
        return labels;
    }
}
