package org.rung.reminders.ui;

import java.util.Set;
import org.rung.accounts.SettingsPage;
import org.rung.common.Role;
import org.rung.reminders.RemindersPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReminderPages {
    @Bean
    SettingsPage promiseTextsPage() {
        return new SettingsPage("reminders.title", RemindersPaths.SETTINGS, Set.of(Role.ADMIN), 36);
    }
}
