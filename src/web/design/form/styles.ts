import "@mantine/core/styles/Input.layer.css";
import classes from "./field.module.css";

const shared = { label: classes["label"]!, description: classes["description"]!, error: classes["error"]! };
export const textStyles = { ...shared, input: classes["input"]! };
export const numberStyles = { ...shared, input: classes["number"]! };
