import './operator.css';
