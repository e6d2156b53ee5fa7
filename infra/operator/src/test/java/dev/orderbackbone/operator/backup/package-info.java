/** What is backed up comes back as it was, and nothing that is damaged comes back at all. */
@NullMarked
package dev.orderbackbone.operator.backup;

import org.jspecify.annotations.NullMarked;
