import './base.css';
import 'htmx.org';
