/** Style sheets, in the order in which they overrule each other. */
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './tokens.css';
import './base.css';
import './parts/frame/frame.css';
import './parts/parts.css';
import './parts/grid/grid.css';
