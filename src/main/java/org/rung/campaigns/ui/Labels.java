package org.rung.campaigns.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.rung.campaigns.MergeText;
import org.rung.campaigns.Reach;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Component;

/** What merge fields are called on the screen. */
@Component
class Labels {
    private final Reach reach;
    private final I18NProvider words;

    Labels(Reach reach, I18NProvider words) {
        this.reach = reach;
        this.words = words;
    }

    /** By the field's name, in the order in which they are offered. */
    Map<String, String> of(OrganizationId organizationId, Locale locale) {
        var labels = new LinkedHashMap<String, String>();
        for (var field : MergeText.FIELDS) labels.put(field, words.getTranslation("campaigns.field." + field, locale));
        labels.putAll(reach.customFields(organizationId));
        return labels;
    }
}
