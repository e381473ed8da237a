import scala.tools.nsc.{Global, Settings}

/** Prints the public API of the named classes and objects, one JSON object a line: what the compiler sees, nothing is loaded. */
object ScalaReader {
  def main(names: Array[String]): Unit = {
    val settings = new Settings(message => System.err.println(message))
    settings.usejavacp.value = true
    val global = new Global(settings)
    new global.Run
    val reader = new ScalaReader[global.type](global)
    names.foreach(reader.read)
  }
}

class ScalaReader[G <: Global](val global: G) {
  import global._

  def read(path: String): Unit = {
    val dot = path.lastIndexOf('.')
    val owner = rootMirror.getPackageIfDefined(TermName(path.take(dot)))
    if (owner != NoSymbol) {
      val name = path.drop(dot + 1)
      val found = List(owner.info.member(TypeName(name)), owner.info.member(TermName(name)))
      found.filter(symbol => symbol != NoSymbol && isOpen(symbol)).foreach(one(_, path))
    }
  }

  def one(symbol: Symbol, path: String): Unit =
    if (symbol.isClass) holder(symbol, path, isObject = false)
    else if (symbol.isModule && symbol.isJavaDefined) members(symbol.moduleClass, path, isObject = true)
    else if (symbol.isModule) holder(symbol.moduleClass, path, isObject = true)

  def holder(cls: Symbol, path: String, isObject: Boolean): Unit = {
    cls.initialize
    val bases = cls.info.baseClasses.drop(1).map(_.fullName).filter(_.startsWith("org.apache.spark."))
    val kind = if (isObject) "object" else if (cls.isTrait) "trait" else "class"
    emit(path, kind, cls, s""","bases":[${bases.map(quoted).mkString(",")}]""")
    members(cls, path, isObject)
  }

  def members(cls: Symbol, path: String, isObject: Boolean): Unit =
    cls.info.members.toList.filter(member => isOpen(member) && isSparks(member.owner)).foreach { member =>
      val name = member.name.decoded.trim
      if (member.isClass || member.isModule) inner(member, cls, s"$path.$name", isObject)
      else if (member.isConstructor) {
        if (!isObject && !cls.isAbstract && member.owner == cls) emit(s"$path.<init>", "constructor", member)
      } else if (!name.contains("$") && !name.endsWith("_=") && (member.isMethod || member.isValue))
        emit(s"$path.$name", if (isObject) "static" else "method", member, s""","from":${quoted(member.owner.fullName)}""")
    }

  /** What stands in an object, or what an instance holds: `spark.implicits`. */
  def inner(member: Symbol, cls: Symbol, path: String, isObject: Boolean): Unit =
    if (member.owner == cls && (isObject || cls.isJavaDefined || member.isModule)) {
      if (member.isModule) holder(member.moduleClass, path, isObject = true)
      else holder(member, path, isObject = false)
    }

  def isOpen(symbol: Symbol): Boolean = symbol.isPublic && !symbol.isSynthetic

  def isSparks(owner: Symbol): Boolean =
    owner.fullName.startsWith("org.apache.spark.") && !owner.fullName.startsWith("org.apache.spark.internal.")

  def emit(path: String, kind: String, symbol: Symbol, more: String = ""): Unit = {
    val types = symbol.typeParams.map(parameter => quoted(parameter.name.decoded)).mkString(",")
    val result = if (symbol.isMethod || symbol.isValue) s""","result":${quoted(symbol.info.finalResultType.toString)}""" else ""
    val age =
      if (!symbol.isDeprecated) ""
      else s""","deprecated":[${symbol.deprecationMessage.fold("null")(quoted)},${symbol.deprecationVersion.fold("null")(quoted)}]"""
    println(s"""{"path":${quoted(path)},"kind":"$kind","types":[$types],"lists":[${lists(symbol)}]$result$more$age}""")
  }

  def lists(symbol: Symbol): String = symbol.info.paramss.map { list =>
    val words = list.map { one =>
      s"""[${quoted(one.name.decoded)},${quoted(one.info.toString)},${one.hasDefault}]"""
    }
    s"""{"implicit":${list.exists(_.isImplicit)},"parameters":[${words.mkString(",")}]}"""
  }.mkString(",")

  def quoted(text: String): String = text.flatMap {
    case character @ ('"' | '\\') => s"\\$character"
    case character if character < ' ' => " "
    case character => character.toString
  }.mkString("\"", "", "\"")
}
